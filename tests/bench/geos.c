/*
 * The peer "native GEOS, prepared": for each site an STR tree query, the prepared site against the
 * candidates, intersection only where a boundary is cut; for large features the feature is prepared.
 * Areas on the ellipsoid by the same strip integral as the kernel, so that they can be compared.
 *
 * usage: geos sites.bin layer.bin   (files: u32 count, then u32 length and WKB each)
 * prints: hits, area in m2, CPU seconds, seconds
 */
#define _GNU_SOURCE
#include <geos_c.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  GEOSGeometry *geometry;
  const GEOSPreparedGeometry *prepared;
  double area;
} Feature;

static double element(double b) {
  const double f = 1 / 298.257222101, e2 = f * (2 - f), s = 6378137 * (1 - f);
  const double w = 1 - e2 * sin(b) * sin(b);
  return s * s * cos(b) / (w * w);
}

static double ring_area(const GEOSGeometry *ring) {
  const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq(ring);
  const double rad = M_PI / 180, g = sqrt(0.6);
  unsigned n;
  double sum = 0, x1, y1, x2, y2, x0, y0;
  GEOSCoordSeq_getSize(seq, &n);
  GEOSCoordSeq_getXY(seq, 0, &x0, &y0);
  x1 = x0;
  y1 = y0;
  /* One element per ring and its slope: a ring here is small, and this is not what is timed. */
  const double q0 = element(y0 * rad), q1 = (element((y0 + 0.001) * rad) - element((y0 - 0.001) * rad)) / 0.002;
  const double q2 = (element((y0 + 0.01) * rad) - 2 * q0 + element((y0 - 0.01) * rad)) / 0.0001 / 2;
  for (unsigned i = 1; i < n; i++) {
    GEOSCoordSeq_getXY(seq, i, &x2, &y2);
    const double xm = (x1 + x2) / 2 - x0, ym = (y1 + y2) / 2 - y0;
    const double gx = (x2 - x1) / 2 * g, gy = (y2 - y1) / 2 * g;
#define Q(y) (q0 + (y) * (q1 + (y) * q2))
    sum += (y2 - y1) * (8 * xm * Q(ym) + 5 * ((xm - gx) * Q(ym - gy) + (xm + gx) * Q(ym + gy))) / 18;
    x1 = x2;
    y1 = y2;
  }
  return fabs(sum) * rad * rad;
}

static double area_of(const GEOSGeometry *g) {
  if (GEOSGeomTypeId(g) == GEOS_POLYGON) {
    if (GEOSisEmpty(g)) return 0;
    double a = ring_area(GEOSGetExteriorRing(g));
    for (int i = 0; i < GEOSGetNumInteriorRings(g); i++) a -= ring_area(GEOSGetInteriorRingN(g, i));
    return a;
  }
  double a = 0;
  if (GEOSGeomTypeId(g) >= GEOS_MULTIPOINT) {
    for (int i = 0; i < GEOSGetNumGeometries(g); i++) a += area_of(GEOSGetGeometryN(g, i));
  }
  return a;
}

static Feature *read_all(const char *path, uint32_t *count) {
  FILE *file = fopen(path, "rb");
  GEOSWKBReader *reader = GEOSWKBReader_create();
  if (!file || fread(count, 4, 1, file) != 1) exit(1);
  Feature *features = calloc(*count, sizeof(Feature));
  for (uint32_t i = 0; i < *count; i++) {
    uint32_t length;
    if (fread(&length, 4, 1, file) != 1) exit(1);
    unsigned char *bytes = malloc(length);
    if (fread(bytes, 1, length, file) != length) exit(1);
    features[i].geometry = GEOSWKBReader_read(reader, bytes, length);
    features[i].area = area_of(features[i].geometry);
    free(bytes);
  }
  fclose(file);
  return features;
}

static GEOSGeometry *site;
static const GEOSPreparedGeometry *prepared_site;
static double site_area, total;
static long hits;

static void visit(void *item, void *unused) {
  (void)unused;
  Feature *feature = item;
  double area;
  if (feature->prepared) {
    if (!GEOSPreparedIntersects(feature->prepared, site)) return;
    if (GEOSPreparedCovers(feature->prepared, site)) {
      hits++;
      total += site_area;
      return;
    }
  } else {
    if (!GEOSPreparedIntersects(prepared_site, feature->geometry)) return;
    if (GEOSPreparedCovers(prepared_site, feature->geometry)) {
      hits++;
      total += feature->area;
      return;
    }
  }
  GEOSGeometry *piece = GEOSIntersection(site, feature->geometry);
  area = area_of(piece);
  GEOSGeom_destroy(piece);
  if (area > 0) hits++;
  total += area;
}

static void nothing(void *item, void *unused) {
  (void)item;
  (void)unused;
}

static double seconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  uint32_t sites, count;
  if (argc < 3) return 2;
  initGEOS(NULL, NULL);
  Feature *of_site = read_all(argv[1], &sites);
  Feature *features = read_all(argv[2], &count);
  GEOSSTRtree *tree = GEOSSTRtree_create(16);
  for (uint32_t i = 0; i < count; i++) {
    if (GEOSGetNumCoordinates(features[i].geometry) > 1000) {
      features[i].prepared = GEOSPrepare(features[i].geometry);
    }
    GEOSSTRtree_insert(tree, features[i].geometry, &features[i]);
  }
  GEOSSTRtree_query(tree, of_site[0].geometry, nothing, NULL); /* builds the tree */
  const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
  for (uint32_t i = 0; i < sites; i++) {
    site = of_site[i].geometry;
    site_area = of_site[i].area;
    prepared_site = GEOSPrepare(site);
    GEOSSTRtree_query(tree, site, visit, NULL);
    GEOSPreparedGeom_destroy(prepared_site);
  }
  printf("%ld %.6f %.6f %.6f\n", hits, total, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu,
         seconds(CLOCK_MONOTONIC) - wall);
  return 0;
}
