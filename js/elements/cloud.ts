import cloud from 'd3-cloud';
import { scaleSqrt } from 'd3-scale';

export interface Placed {
  word: string;
  x: number;
  y: number;
  size: number;
}

/** Words placed so that none covers another, the weightier the larger. The same words come to lie in the same places. */
export function placeWords(
  words: readonly { word: string; weight: number }[],
  font: string,
  { width, height, largest }: { width: number; height: number; largest: number },
): Promise<Placed[]> {
  const weights = words.map(({ weight }) => weight);
  const size = scaleSqrt([Math.min(...weights), Math.max(...weights)], [14, largest]);
  let seed = 1;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  return new Promise((resolve) => {
    cloud<{ text: string; size: number }>()
      .size([width, height])
      .words(words.map(({ word, weight }) => ({ text: word, size: size(weight) })))
      .padding(3)
      .rotate(0)
      .font(font)
      .fontSize((word) => word.size)
      .random(random)
      .timeInterval(8)
      .on('end', (placed) =>
        resolve(
          placed.map(({ text, x = 0, y = 0, size: letters }: cloud.Word & { text: string; size: number }) => ({
            word: text,
            x: x + width / 2,
            y: y + height / 2,
            size: letters,
          })),
        ),
      )
      .start();
  });
}
