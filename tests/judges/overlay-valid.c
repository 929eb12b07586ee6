/*
 * Judges polygons of overlaps by GEOS: whether they are valid (OGC Simple Features), and whether they are
 * as large as what GEOS itself cuts, both measured in the plane of their coordinates.
 *
 * usage: overlay-valid cases.bin tolerance
 *   cases.bin: u32 count, then for each case three shapes: a, b, and their overlap; of each u32 length, WKB
 *   tolerance: of the areas, in squared units of the coordinates
 * prints each shape that is wrong and why, the number of pairs that GEOS could not cut, and the totals
 */
#include <geos_c.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static GEOSGeometry *next(FILE *file, GEOSWKBReader *reader) {
  uint32_t length;
  if (fread(&length, 4, 1, file) != 1) exit(2);
  unsigned char *bytes = malloc(length);
  if (fread(bytes, 1, length, file) != length) exit(2);
  GEOSGeometry *shape = GEOSWKBReader_read(reader, bytes, length);
  free(bytes);
  return shape;
}

int main(int argc, char **argv) {
  uint32_t count, invalid = 0, other = 0, uncut = 0;
  FILE *file = argc > 2 ? fopen(argv[1], "rb") : NULL;
  if (!file || fread(&count, 4, 1, file) != 1) return 2;
  double tolerance = atof(argv[2]);
  initGEOS(NULL, NULL);
  GEOSWKBReader *reader = GEOSWKBReader_create();
  for (uint32_t i = 0; i < count; i++) {
    GEOSGeometry *a = next(file, reader), *b = next(file, reader), *found = next(file, reader);
    if (!a || !b || !found) return 2;
    if (GEOSisValid(found) != 1) {
      invalid++;
      printf("%u: %s\n", i, GEOSisValidReason(found));
    }
    GEOSGeometry *cut = GEOSIntersection(a, b);
    double ours = 0, theirs = 0;
    if (!cut || !GEOSArea(found, &ours) || !GEOSArea(cut, &theirs)) uncut++;
    else if (fabs(ours - theirs) > tolerance) {
      other++;
      printf("%u: area %.17g, GEOS %.17g\n", i, ours, theirs);
    }
    if (cut) GEOSGeom_destroy(cut);
    GEOSGeom_destroy(a);
    GEOSGeom_destroy(b);
    GEOSGeom_destroy(found);
  }
  printf("of %u: %u invalid, %u of another area, %u that GEOS cannot cut\n", count, invalid, other, uncut);
  return 0;
}
