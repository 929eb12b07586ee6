/**
 * Simulation of simplicity: the feature Q is thought shifted by (ε, ε²), ε > 0 smaller than any number.
 *
 *        ┌────┐                    ┌────┐
 *        │ Q  ┢━━━━┓   becomes     │   ┏┷━━━┓     Shared edges, touching points, identical
 *        │    ┃  P ┃               │   ┃│ P ┃     polygons: no case of their own, every crossing
 *        └────┺━━━━┛               └───╂┘   ┃     is a proper one.
 *                                      ┗━━━━┛
 *
 * Only signs change, never coordinates, so areas do not see the shift.
 * Source: H. Edelsbrunner, E. P. Mücke, Simulation of Simplicity, ACM Trans. Graphics 9 (1990).
 */

/**
 * The side (+1 left, -1 right) of a directed line (dx, dy) to which the shift takes a point lying on it:
 * the sign of (dx, dy) x (ε, ε²) = dx ε² - dy ε. A line that is shifted under a resting point gives the
 * opposite.
 */
export function sideOfShift(dx: number, dy: number): 1 | -1 {
  if (dy !== 0) return dy < 0 ? 1 : -1;
  return dx > 0 ? 1 : -1;
}
