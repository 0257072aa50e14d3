"""spacy_peer.py FILE MODEL: reads JSON lines of documents with spaCy; prints seconds, documents, tokens, entities."""
import json
import sys
import time

import spacy

nlp = spacy.load(sys.argv[2]) if sys.argv[2] != 'blank' else spacy.blank('en')
if sys.argv[2] == 'blank':
    nlp.add_pipe('sentencizer')
with open(sys.argv[1], encoding='utf-8') as file:
    texts = [json.loads(line)['text'] for line in file]
nlp('It warms up.')
start = time.process_time()
tokens = entities = 0
for doc in nlp.pipe(texts):
    tokens += len(doc)
    entities += len(doc.ents)
print(time.process_time() - start, len(texts), tokens, entities)
