/** Token of what every service of a process stands on. */
export const PRODUCT = Symbol('product');
