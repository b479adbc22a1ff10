#!/usr/bin/env python3
"""Cuts an OpenType font down to the characters that the interface draws.

usage: subset-font.py SOURCE TARGET

Tabular figures become the default ones, so that columns of numbers line up without any layout
engine; kerning, hinting and every other feature go, because Dear ImGui reads none of them.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Scripts whose letters the app itself writes or that most names in Latin, Greek and Cyrillic need;
# text in other scripts is drawn with the browser's own fonts.
RANGES = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0259, 0x0259),  # schwa
    (0x02B9, 0x02DD),  # modifier letters
    (0x0300, 0x0304),  # combining marks of Vietnamese and Czech
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x04FF),  # Cyrillic of other languages
    (0x1E00, 0x1EFF),  # Latin Extended Additional, Vietnamese
    (0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    (0x202F, 0x203A),  # narrow no-break space, per mille, primes, angle quotation marks
    (0x2070, 0x208E),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2122, 0x2122),  # trade mark
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x2265),  # mathematical operators
    (0x25A0, 0x25EF),  # geometric shapes
    (0x2605, 0x2606),  # stars
    (0x2713, 0x2717),  # check marks
]


def tabular_figures(font):
    """The single substitutions of the `tnum` feature, from glyph to glyph."""
    layout = font["GSUB"].table
    replaced = {}
    for record in layout.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in layout.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                replaced.update(getattr(table, "mapping", {}))
    return replaced


def main(source, target):
    font = TTFont(source)
    tabular = tabular_figures(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: tabular.get(glyph, glyph) for code, glyph in table.cmap.items()}

    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "BASE", "kern"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
