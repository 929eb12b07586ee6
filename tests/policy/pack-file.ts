import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadPack } from '../../src/policy/load-pack.ts';

const root = resolve(import.meta.dirname, '../..');

export const PACK_PATH = resolve(root, 'data/policy/nx-2023-63.yaml');
export const SOURCES = resolve(root, 'data/sources/policy');
export const CASES = resolve(root, 'tests/cases/policy');

export const PACK_TEXT = readFileSync(PACK_PATH, 'utf8');
export const PACK = loadPack(PACK_TEXT, 'nx-2023-63.yaml');
