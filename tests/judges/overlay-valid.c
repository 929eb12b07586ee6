/*
 * Judges polygons by GEOS (the rules of OGC Simple Features).
 *
 * usage: overlay-valid shapes.bin   (u32 count, then u32 length and WKB each)
 * prints the number of invalid shapes, and each with the reason
 */
#include <geos_c.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  uint32_t count, length, invalid = 0;
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file || fread(&count, 4, 1, file) != 1) return 2;
  initGEOS(NULL, NULL);
  GEOSWKBReader *reader = GEOSWKBReader_create();
  for (uint32_t i = 0; i < count; i++) {
    if (fread(&length, 4, 1, file) != 1) return 2;
    unsigned char *bytes = malloc(length);
    if (fread(bytes, 1, length, file) != length) return 2;
    GEOSGeometry *shape = GEOSWKBReader_read(reader, bytes, length);
    if (!shape || GEOSisValid(shape) != 1) {
      invalid++;
      printf("%u: %s\n", i, shape ? GEOSisValidReason(shape) : "unreadable");
    }
    if (shape) GEOSGeom_destroy(shape);
    free(bytes);
  }
  printf("%u of %u invalid\n", invalid, count);
  return 0;
}
