console.log("a script of the trust");
