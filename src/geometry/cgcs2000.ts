/** The CGCS2000 ellipsoid (GB 22021-2008): semi-major axis in metres and flattening. */
export const SEMI_MAJOR_M = 6378137;
export const FLATTENING = 1 / 298.257222101;
export const SEMI_MINOR_M = SEMI_MAJOR_M * (1 - FLATTENING);

/** First and second eccentricity, squared. */
export const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);
export const SECOND_ECCENTRICITY_2 = ECCENTRICITY_2 / (1 - ECCENTRICITY_2);

/** One degree in radians. */
export const DEGREE = Math.PI / 180;
