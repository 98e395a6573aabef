import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** In how many pixels two pictures of the same size differ. */
export function pixelsApart(one, other) {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  return pixelmatch(a.data, b.data, null, a.width, a.height, { threshold: 0.2 });
}
