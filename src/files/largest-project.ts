/** 100 MB: a boundary file is a thousandth of it; layers have their own command. */
export const MAX_PROJECT_BYTES = 100_000_000;
