import{v as e,w}from"./vendor.js";import*as t from"./shared.js";export{x}from"./reexport.js";export*from'../assets/star.js';
// import "./not1.js"
const s = `import "./not2.js" ${e}`, u = import.meta.url;
export const importing = { import: "x", from: "./not3.js" };
console.log(e, w, t, s, u);
