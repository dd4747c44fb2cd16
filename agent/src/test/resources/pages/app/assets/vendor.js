import "./deep.js"; export const v = 1, w = 2;
