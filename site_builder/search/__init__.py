"""Finding records: the index that a site publishes, and the engine that answers queries.

``documents`` says what can be found, ``langue`` what its words are, ``index`` writes the files
that browsers read, ``moteur`` answers from these files as ``recherche.mjs`` does.
"""
