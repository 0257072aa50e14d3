// wink_peer.js FILE: reads JSON lines of documents with wink-nlp; prints seconds, documents, tokens, entities.
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');
const nlp = winkNLP(model);
const texts = require('fs').readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line).text);
for (let i = 0; i < 20; ++i) nlp.readDoc(texts[i % texts.length]);  // warms up
const start = process.cpuUsage();
let tokens = 0, entities = 0;
for (const text of texts) {
  const doc = nlp.readDoc(text);
  tokens += doc.tokens().length();
  entities += doc.entities().length();
}
const used = process.cpuUsage(start);
console.log((used.user + used.system) / 1e6, texts.length, tokens, entities);
