/** What files of reports are called: others are not read to find out. */
export const MAY_BE_REPORT = /\.(json|html?|zip)$/i;
