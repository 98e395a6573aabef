// webpack as it comes, without loaders or settings for the package.
import webpack from 'webpack';

webpack({ mode: 'production', entry: './main.js', context: import.meta.dirname }, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors()) {
    console.error(stats.toString());
    process.exit(1);
  }
});
