import "./shared.js"; import "./deeper.js";
