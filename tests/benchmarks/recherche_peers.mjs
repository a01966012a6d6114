/**
 * Makes the index of a peer: `node recherche_peers.mjs NAME DOCUMENTS OUTPUT`, in a folder where
 * npm installed it. The words of the documents are folded already.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const [, , name, input, output] = process.argv;
const documents = JSON.parse(readFileSync(input, "utf8"));
const fields = { titre: 10, alias: 10, resume: 3, themes: 3, corps: 1, mots: 1 };

const MAKE = {
  lunr() {
    const lunr = require("lunr");
    return lunr(function () {
      // English stems and stop words would only spoil French.
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.ref("id");
      for (const [field, boost] of Object.entries(fields)) this.field(field, { boost });
      for (const document of documents) this.add(document);
    });
  },
  minisearch() {
    const index = new (require("minisearch"))({ fields: Object.keys(fields), searchOptions: { boost: fields } });
    index.addAll(documents);
    return index;
  },
};

writeFileSync(output, JSON.stringify(MAKE[name]()));
