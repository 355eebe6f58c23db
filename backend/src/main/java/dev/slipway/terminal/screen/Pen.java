package dev.slipway.terminal.screen;

/**
 * Colours and style of a cell, packed into a long: 26 bits for each of the two colours (two of these bits give the
 * colour's kind), and 12 bits for the style. Links and the colours of underlines are not kept.
 */
final class Pen {
    static final long PLAIN = 0;

    static final long BOLD = 1L << 52;
    static final long DIM = 1L << 53;
    static final long ITALIC = 1L << 54;
    static final long BLINK = 1L << 55;
    static final long INVERSE = 1L << 56;
    static final long INVISIBLE = 1L << 57;
    static final long STRIKE = 1L << 58;
    static final long OVERLINE = 1L << 59;
    static final long PROTECTED = 1L << 60;
    private static final int UNDERLINE_SHIFT = 61;
    private static final long UNDERLINE = 7L << UNDERLINE_SHIFT;

    private static final int BACKGROUND_SHIFT = 26;
    private static final long COLOUR = (1L << 26) - 1;
    private static final int KIND_SHIFT = 24;
    private static final int PALETTE = 1 << KIND_SHIFT;
    private static final int RGB = 2 << KIND_SHIFT;
    private static final int BYTE = 0xff;

    private Pen() {}

    /** Returns the pen of a cell that is erased with this pen: only the pen's background stays. */
    static long erasing(long pen) {
        return pen & (COLOUR << BACKGROUND_SHIFT);
    }

    /** Returns the pen after the parameters of an SGR sequence are applied. */
    static long apply(long pen, Parameters parameters) {
        var now = pen;
        for (var i = 0; i < parameters.count(); i++) {
            var code = parameters.at(i);
            if (code == 38 || code == 48 || code == 58) {
                var colour = Colour.at(parameters, i);
                i += colour.taken();
                now = code == 58 ? now : withColour(now, colour, code == 38 ? 0 : BACKGROUND_SHIFT);
            } else {
                now = applyOne(now, code, parameters.sub(i, 0, 1));
            }
        }
        return now;
    }

    private static long applyOne(long pen, int code, int style) {
        return switch (code) {
            case 0 -> PLAIN;
            case 1 -> pen | BOLD;
            case 2 -> pen | DIM;
            case 3 -> pen | ITALIC;
            case 4 -> underlined(pen, style < 0 || style > 5 ? 1 : style);
            case 5 -> pen | BLINK;
            case 7 -> pen | INVERSE;
            case 8 -> pen | INVISIBLE;
            case 9 -> pen | STRIKE;
            case 21 -> underlined(pen, 2);
            case 22 -> pen & ~(BOLD | DIM);
            case 23 -> pen & ~ITALIC;
            case 24 -> underlined(pen, 0);
            case 25 -> pen & ~BLINK;
            case 27 -> pen & ~INVERSE;
            case 28 -> pen & ~INVISIBLE;
            case 29 -> pen & ~STRIKE;
            case 39 -> colour(pen, 0, 0);
            case 49 -> colour(pen, 0, BACKGROUND_SHIFT);
            case 53 -> pen | OVERLINE;
            case 55 -> pen & ~OVERLINE;
            default -> named(pen, code);
        };
    }

    private static long named(long pen, int code) {
        if (code >= 30 && code <= 37) {
            return colour(pen, PALETTE | (code - 30), 0);
        }
        if (code >= 40 && code <= 47) {
            return colour(pen, PALETTE | (code - 40), BACKGROUND_SHIFT);
        }
        if (code >= 90 && code <= 97) {
            return colour(pen, PALETTE | (code - 90 + 8), 0);
        }
        return code >= 100 && code <= 107 ? colour(pen, PALETTE | (code - 100 + 8), BACKGROUND_SHIFT) : pen;
    }

    private static long underlined(long pen, int style) {
        return (pen & ~UNDERLINE) | ((long) style << UNDERLINE_SHIFT);
    }

    private static long withColour(long pen, Colour colour, int shift) {
        return switch (colour.kind()) {
            case 2 ->
                colour(
                        pen,
                        RGB
                                | ((colour.first() & BYTE) << 16)
                                | ((colour.second() & BYTE) << 8)
                                | (colour.third() & BYTE),
                        shift);
            case 5 -> colour(pen, PALETTE | (colour.first() & BYTE), shift);
            default -> pen;
        };
    }

    private static long colour(long pen, int colour, int shift) {
        return (pen & ~(COLOUR << shift)) | ((long) colour << shift);
    }

    /** Returns the sequence that sets this pen, independent of the pen that was set before. */
    static String sequence(long pen) {
        var codes = new StringBuilder("\u001b[0");
        flag(codes, pen, BOLD, 1);
        flag(codes, pen, DIM, 2);
        flag(codes, pen, ITALIC, 3);
        flag(codes, pen, BLINK, 5);
        flag(codes, pen, INVERSE, 7);
        flag(codes, pen, INVISIBLE, 8);
        flag(codes, pen, STRIKE, 9);
        flag(codes, pen, OVERLINE, 53);
        var underline = pen >>> UNDERLINE_SHIFT;
        if (underline > 0) {
            codes.append(";4:").append(underline);
        }
        colourCodes(codes, (int) (pen & COLOUR), 30);
        colourCodes(codes, (int) ((pen >>> BACKGROUND_SHIFT) & COLOUR), 40);
        codes.append('m');
        return codes.append((pen & PROTECTED) != 0 ? "\u001b[1\"q" : "").toString();
    }

    private static void flag(StringBuilder codes, long pen, long flag, int code) {
        if ((pen & flag) != 0) {
            codes.append(';').append(code);
        }
    }

    /**
     * @param base code of the first of the eight named colours; bright colours start at base + 60, all others use base
     *     + 8
     */
    private static void colourCodes(StringBuilder codes, int colour, int base) {
        if ((colour & RGB) != 0) {
            codes.append(';').append(base + 8).append(";2;").append((colour >> 16) & BYTE);
            codes.append(';').append((colour >> 8) & BYTE).append(';').append(colour & BYTE);
        } else if ((colour & PALETTE) != 0) {
            var index = colour & BYTE;
            if (index < 8) {
                codes.append(';').append(base + index);
            } else if (index < 16) {
                codes.append(';').append(base + 60 + index - 8);
            } else {
                codes.append(';').append(base + 8).append(";5;").append(index);
            }
        }
    }

    /** Colour of SGR 38, 48 or 58, in either of the two notations: with colons or with semicolons. */
    private record Colour(int kind, int first, int second, int third, int taken) {
        static Colour at(Parameters parameters, int i) {
            if (parameters.subCount(i) > 0) {
                var kind = parameters.sub(i, 0, 0);
                // With colons, RGB may have a colour space id before its three numbers.
                var from = kind == 2 && parameters.subCount(i) > 4 ? 2 : 1;
                return new Colour(
                        kind,
                        positive(parameters.sub(i, from, 0)),
                        positive(parameters.sub(i, from + 1, 0)),
                        positive(parameters.sub(i, from + 2, 0)),
                        0);
            }
            var kind = parameters.at(i + 1);
            var taken = Math.min(kind == 5 ? 2 : 4, Math.max(0, parameters.count() - 1 - i));
            return new Colour(kind, parameters.at(i + 2), parameters.at(i + 3), parameters.at(i + 4), taken);
        }

        private static int positive(int value) {
            return Math.max(0, value);
        }
    }
}
