import { resolve } from 'node:path';
import { KINDS } from '../../domain/kinds.ts';
import type { PolicyPack } from '../../domain/policy-pack.ts';
import { VERDICT_WORDS, type Verdict } from '../../domain/verdict.ts';
import { openPack } from '../../job/run-check.ts';
import { citationOf } from '../../policy/citation.ts';
import { recordOf } from '../../report/read-report.ts';
import type { Language } from '../../text/text.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { explanationText } from '../explain.ts';
import { knownPacks } from '../find-policy.ts';
import { readInput } from '../input-files.ts';
import type { ExitCode, Io } from '../io.ts';
import { readLanguage } from '../language.ts';
import type { CliCommand } from './command.ts';

/** `sanxian rules`: the rules with their clauses; loading a pack checks it. */
export const rules: CliCommand = {
  name: 'rules',
  define: (program, run, io) => {
    program
      .command('rules')
      .description('show the rules of a pack with their clauses, and check the pack')
      .option('--policy <pack>', 'rule pack (YAML); without it every pack in data/policy')
      .option(
        '--explain <report>',
        'the way behind a report (JSON), and what other answers would change',
      )
      .option('--lang <zh|en>', 'language', 'zh')
      .action((raw: { policy?: string; explain?: string; lang: string }) =>
        run(async () => {
          const lang = readLanguage(raw.lang);
          if (raw.explain !== undefined) return explain(raw.explain, raw.policy, lang, io);
          const packs =
            raw.policy === undefined
              ? await knownPacks(io)
              : [openPack(await readInput(resolve(io.cwd, raw.policy)), raw.policy)];
          for (const { pack } of packs) io.stdout.write(packText(pack, lang));
          return 0;
        }),
      );
  },
};

function packText(pack: PolicyPack, lang: Language): string {
  const lines = [`${pack.title[lang]}  ${pack.id} ${pack.version}`, ''];
  for (const rule of pack.rules) {
    const verdict =
      rule.verdict === undefined ? '' : `  ${VERDICT_WORDS[rule.verdict as Verdict][lang]}`;
    const line = rule.line === undefined ? '' : `  ${KINDS[rule.line].title[lang]}`;
    lines.push(`${rule.id}${line}  ${rule.title[lang]}${verdict}`);
    for (const citation of rule.citations) {
      const { document, number, section, quote } = citationOf(citation, pack);
      const place = [`《${document}》`, number, section].filter((part) => part !== null).join(' ');
      lines.push(`    ${place}`, `    “${quote}”`);
    }
  }
  const documents = Object.keys(pack.documents).length;
  lines.push('', CLI_SAID.packGood(pack.id, pack.rules.length, documents)[lang], '');
  return lines.join('\n');
}

/** What led to each finding of a report, by the pack it was judged with. */
async function explain(
  file: string,
  policy: string | undefined,
  lang: Language,
  io: Io,
): Promise<ExitCode> {
  const { report } = await recordOf(await readInput(resolve(io.cwd, file)), file);
  const packs =
    policy === undefined
      ? await knownPacks(io)
      : [openPack(await readInput(resolve(io.cwd, policy)), policy)];
  const ids = report.policies.map(({ id }) => id);
  const loaded = packs.find(({ pack }) => ids.includes(pack.id)) ?? null;
  io.stdout.write(explanationText(report, loaded, lang));
  return 0;
}
