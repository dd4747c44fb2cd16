import "./not-run.js"; export default 1;
