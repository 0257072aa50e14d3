"""Texts that are long in ways that prose is not, for bench/prose.py and tests/corpus/linear.py."""


def filled(piece, size):
    return (piece * (size // len(piece) + 1))[:size]


def numbered(pattern, size):
    """The pattern with a number that grows, so that every name is new."""
    out, length, number = [], 0, 0
    while length < size:
        out.append(pattern.format(word(number), number))
        length += len(out[-1])
        number += 1
    return ''.join(out)[:size]


def word(number):
    """A capitalised word for a number: Baba, Babe …"""
    letters = ''
    for _ in range(3):
        number, a = divmod(number, 20)
        number, b = divmod(number, 5)
        letters += 'bcdfghjklmnpqrstvwxz'[a] + 'aeiou'[b]
    return letters.capitalize() + (word(number - 1).lower() if number else '')


def texts(size):
    """Names and texts of about `size` bytes each."""
    pieces = {
        'one word': 'a', 'one capital': 'A', 'blanks': ' ', 'line ends': '\n', 'short lines': 'x\n', 'capitals': 'Ab ',
        'acronyms': 'ABC ', 'stops': '. ', 'initials': 'A. ', 'commas': ', ', 'opening brackets': '(', 'brackets': '()',
        'quotation marks': '" ', 'hyphens': 'a-', 'digits': '7', 'years': '1994 ', 'dates': 'on 3 May 1994 ', 'conjunctions': 'and ',
        'names in a list': 'Ab, Cd and Ef, ', 'prepositions': 'of ', 'names and prepositions': 'Ab of ', 'verbs': 'joined ',
        'pronouns': 'it ', 'relative pronouns': 'which ', 'infinitives': 'to join ', 'sentences': 'It joined the league in 1994. ',
        'back references': 'It left and it joined it, and they did so too. ', 'bullets': '- Ab\n', 'rows': 'Ab 1994\n',
        'announced lists': 'The members are:\n- Ab\n- Cd\n\n', 'bytes that are not UTF-8': '\ufffd', 'tags': '<p>', 'open tags': '<div><ul><li>',
        'entities': '<p>&amp;', 'comments': '<!--', 'footnotes': '[1]', 'introduced acronyms': 'Ab Cd (AC) ',
        'possessives': "Ab's ", 'questions': 'Did Ab join? ', 'hyphens at line ends': 'ab-\n',
    }
    for name, piece in pieces.items():
        yield name, filled(piece, size)
    yield 'new names', numbered('{0} ', size)
    yield 'new bodies', numbered('{0} joined the {0} League in 1994. ', size)
    yield 'new bodies of long names', numbered('The {0} {0} {0} {0} {0} League was founded in 1994. ', size)
    yield 'new members', numbered('{0} joined the Harbour League in 1994. ', size)
    yield 'new acronyms', numbered('The {0} Trade League ({0}TL) has left it. ', size)
    yield 'a list of new names', numbered('{0}, ', size)
    yield 'rows of new names', 'Members of the Harbour League\n\n' + numbered('{0} 1994\n', size)
