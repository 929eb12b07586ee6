import { check } from './check.ts';
import type { CliCommand } from './command.ts';
import { demo } from './demo.ts';
import { diff } from './diff.ts';
import { layers } from './layers.ts';
import { rules } from './rules.ts';
import { verify } from './verify.ts';

/** Every command; a new one is a file here and a line below. */
export const COMMANDS: readonly CliCommand[] = [check, demo, layers, rules, verify, diff];
