import "./base.js"; export default 1;
