// compromise_peer.js FILE: reads JSON lines of documents with compromise; prints seconds, documents, terms, topics.
const nlp = require('compromise');
const texts = require('fs').readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line).text);
for (let i = 0; i < 20; ++i) nlp(texts[i % texts.length]);  // warms up
const start = process.cpuUsage();
let terms = 0, topics = 0;
for (const text of texts) {
  const doc = nlp(text);
  terms += doc.termList().length;
  topics += doc.topics().length;
}
const used = process.cpuUsage(start);
console.log((used.user + used.system) / 1e6, texts.length, terms, topics);
