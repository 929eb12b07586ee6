// Runs gdal3.js in a process of its own: its calls block, its memory is freed by ending it, and it
// changes globals. Started by gdal-process.ts with the folder of gdal3.js's own files as working
// directory, because the library looks for them by a relative path only. Plain JavaScript: it is
// started as a file, from `src` in tests and from `dist` in use.
import { createRequire } from 'node:module';

const initGdal = createRequire(import.meta.url)('gdal3.js/node');
let said = [];
const listen = (line) => said.push(line);
const ready = initGdal({
  path: '.',
  dest: process.argv[2],
  // a large layer is read in order, once: what GDAL keeps of it only costs memory
  env: { OGR_SQLITE_CACHE: '64' },
  logHandler: listen,
  errorHandler: listen,
});
// the library hangs listeners on the process that turn any failure into an abort message
process.on('disconnect', () => process.exit());

process.on('message', async ({ id, op, path, openOptions, args, output }) => {
  said = [];
  try {
    const gdal = await ready;
    const { datasets, errors } = await gdal.open(path, openOptions);
    const [dataset] = datasets;
    if (!dataset) throw errors;
    try {
      const value =
        op === 'inspect'
          ? await gdal.ogrinfo(dataset, ['-so'])
          : await gdal.ogr2ogr(dataset, ['-f', 'FlatGeobuf', ...args], output);
      // what GDAL could not do to a single record is an error line, no failure of the call
      const failures = said.filter((line) => /^ERROR/.test(line));
      if (op === 'convert' && failures.length > 0) throw new Error(failures.join('\n'));
      process.send({ id, value, warnings: said });
    } finally {
      await gdal.close(dataset);
    }
  } catch (error) {
    process.send({ id, error: [wordsOf(error), ...said].filter((word) => word !== '').join('\n') });
  }
});

function wordsOf(error) {
  if (Array.isArray(error)) return error.map(wordsOf).join('\n');
  return error?.message ?? String(error);
}
