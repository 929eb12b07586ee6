/**
 * What stands under the frame of a figure, in millimetres below it: values of the grid, then scale and
 * legend side by side, then the notes. It is as high for every figure, so that the scale of a figure
 * never depends on what happens to lie around the site.
 */
export const FOOTER_TOP_MM = 8;
export const LEGEND_HEIGHT_MM = 18.4;
export const NOTE_STEP_MM = 3.2;
const NOTES_MM = 4 * NOTE_STEP_MM + 1.2;

/** Height of everything under the frame. */
export const FOOTER_MM = FOOTER_TOP_MM + 2.4 + LEGEND_HEIGHT_MM + 1.4 + NOTES_MM;
