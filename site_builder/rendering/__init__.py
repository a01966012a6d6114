"""From a record to the HTML of its page: templates, and the texts poured into them.

Import from the module that holds the noun (``rendering.texte``, ``rendering.sigles``…).
"""
