/**
 * Every unit cell that the segment passes, from its start to its end (Amanatides and Woo, 1987). Cells
 * are [column, column + 1) x [row, row + 1). The steps to be made are counted on both axes beforehand, so
 * the walk ends in the cell of the end, whatever was rounded on the way.
 */
export function walkCells(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  visit: (column: number, row: number) => void,
): void {
  let column = Math.floor(x0);
  let row = Math.floor(y0);
  let columnsLeft = Math.floor(x1) - column;
  let rowsLeft = Math.floor(y1) - row;
  visit(column, row);
  if (columnsLeft === 0 && rowsLeft === 0) return;
  const stepX = Math.sign(columnsLeft);
  const stepY = Math.sign(rowsLeft);
  columnsLeft = Math.abs(columnsLeft);
  rowsLeft = Math.abs(rowsLeft);
  const perColumn = Math.abs(1 / (x1 - x0));
  const perRow = Math.abs(1 / (y1 - y0));
  let nextX = (stepX > 0 ? column + 1 - x0 : x0 - column) * perColumn;
  let nextY = (stepY > 0 ? row + 1 - y0 : y0 - row) * perRow;
  while (columnsLeft > 0 || rowsLeft > 0) {
    if (rowsLeft === 0 || (columnsLeft > 0 && nextX < nextY)) {
      column += stepX;
      nextX += perColumn;
      columnsLeft--;
    } else {
      row += stepY;
      nextY += perRow;
      rowsLeft--;
    }
    visit(column, row);
  }
}
