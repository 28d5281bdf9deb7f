#!/usr/bin/env node
console.log('launched', process.version, process.argv.slice(2))
