import { packZip } from '../../bytes/settle-zip.ts';
import { sha256Hex } from '../../bytes/sha256.ts';
import { BUNDLE_MANIFEST, type Bundle } from '../../domain/bundle.ts';
import { reportFileName } from '../file-name.ts';
import { canBeWritten } from '../geometry-formats.ts';
import { prettyJson } from './json.ts';
import type { ReportFormat } from './report-format.ts';

const TITLE = { zh: '成果包（ZIP，含校验清单）', en: 'Bundle (ZIP with manifest)' };

/**
 * All these formats in one archive with a manifest of SHA-256 sums. `sign`, where the deployer gave one,
 * makes a detached signature of the manifest.
 */
export const bundleOf = (formats: readonly ReportFormat[]): ReportFormat => ({
  id: 'zip',
  title: TITLE,
  extension: 'zip',
  mediaType: 'application/zip',
  drawsFigures: true,
  render: async (report, options) => {
    const files: [string, Uint8Array][] = [];
    for (const format of formats) {
      if (!canBeWritten(format.id, report)) continue;
      const { fileName, bytes } = await format.render(report, options);
      files.push([fileName, bytes]);
    }
    const manifest: Bundle = {
      schema: 'sanxian/bundle@1',
      digest: report.digest,
      files: files.map(([path, bytes]) => ({
        path,
        bytes: bytes.length,
        sha256: sha256Hex(bytes),
      })),
    };
    const list = new TextEncoder().encode(`${prettyJson(manifest)}\n`);
    const signature = options.sign ? [[`${BUNDLE_MANIFEST}.sig`, await options.sign(list)]] : [];
    return {
      fileName: reportFileName(report.project.source.file, 'zip'),
      mediaType: 'application/zip',
      bytes: packZip([[BUNDLE_MANIFEST, list], ...(signature as [string, Uint8Array][]), ...files]),
    };
  },
});
