/** What the source of a pasted project is called: without an ending, it is known by what it holds. */
export const PASTED_NAME = '粘贴的坐标';
