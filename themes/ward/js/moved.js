// Leads on from an address that a page had before, to the part of the page that was asked for. The way back leads past it.
"use strict";

const moved = document.getElementById("page-moved");
if (moved) location.replace(moved.href + location.hash);
