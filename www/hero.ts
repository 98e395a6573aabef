import { html, type TemplateResult } from 'lit';
import { VIEWS } from './address.js';
import { EXAMPLE_NAMES } from './examples.js';
import { Part } from './part.js';

/** A few lines as a reader pastes them: broken at the column's width, the headline after its body. */
const PASTED = `  临澜港一季度完成货物吞
吐量1283万吨，同比增长
8.6%。“开局比预想的好，”
港务局局长沈若棠说。
（下转第三版）
港口“晴雨表”向好
本报记者 顾南舟`;

/** What stands here before anything was pasted: what the page does, shown on a few lines, and what each view is for. */
class Hero extends Part {
  protected override render(): TemplateResult {
    return html`<div class="hero">
      <div class="words">
        <h1>${this.t('hero.title')}</h1>
        <p>${this.t('hero.text')}</p>
        <p class="try">
          <span>${this.t('hero.try')}</span>
          ${EXAMPLE_NAMES.map((name) => html`<button class="button" data-example=${name} @click=${() => this.tell('app-example', name)}>${this.t(`example.${name}`)}</button>`)}
        </p>
      </div>
      <div class="before-after">
        <figure>
          <figcaption>${this.t('hero.before')}</figcaption>
          <pre lang="zh">${PASTED}</pre>
        </figure>
        <figure class="after">
          <figcaption>${this.t('hero.after')}</figcaption>
          <div class="set" lang="zh">
            <p class="headline">港口“晴雨表”向好</p>
            <p class="byline">本报记者 <span class="person">顾南舟</span></p>
            <p class="body"><span class="organization">临澜港</span><span class="time">一季度</span>完成货物吞吐量<span class="quantity">1283万吨</span>，同比增长<span class="quantity">8.6%</span>。<span class="quote">“开局比预想的好，”</span>港务局局长<span class="person">沈若棠</span>说。</p>
            <p class="byline">（下转第三版）</p>
          </div>
        </figure>
      </div>
      <dl class="tour">
        ${VIEWS.map((view) => html`<div><dt>${this.t(`view.${view}`)}</dt><dd>${this.t(`about.${view}`)}</dd></div>`)}
      </dl>
    </div>`;
  }
}

customElements.define('app-hero', Hero);
