import { printGrowth } from './growth.ts';

printGrowth();
