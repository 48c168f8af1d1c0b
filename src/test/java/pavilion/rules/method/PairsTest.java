package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Schulze and Borda, with the figures behind the order. */
class PairsTest {
    /** M. Schulze, arXiv 1804.02973, example 1: 45 voters; the strengths of the paths are those of the paper. */
    @Test
    void schulzesFirstExample() {
        counts(
                Method.SCHULZE,
                SampleContests.contest(
                        "A B C D E",
                        "5:A>C>B>E>D 5:A>D>E>C>B 8:B>E>D>A>C 3:C>A>B>E>D 7:C>A>E>B>D 2:C>B>A>D>E 7:D>C>E>B>A 8:E>B>A>D>C"),
                """
                in E
                rank E>A>C>B>D
                1 schulze.pairs [A]: B 20 : 25; C 26 : 19; D 30 : 15; E 22 : 23+;
                2 schulze.pairs [B]: A 25 : 20; C 16 : 29; D 33 : 12; E 18 : 27+;
                3 schulze.pairs [C]: A 19 : 26; B 29 : 16; D 17 : 28; E 24 : 21+;
                4 schulze.pairs [D]: A 15 : 30; B 12 : 33; C 28 : 17; E 14 : 31+;
                5 schulze.pairs [E]: A 23 : 22; B 27 : 18; C 21 : 24; D 31 : 14;
                6 schulze.paths [A]: B 28 : 25; C 28 : 25; D 30 : 25; E 24 : 25+;
                7 schulze.paths [B]: A 25 : 28; C 28 : 29; D 33 : 28; E 24 : 28+;
                8 schulze.paths [C]: A 25 : 28; B 29 : 28; D 29 : 28; E 24 : 28+;
                9 schulze.paths [D]: A 25 : 30; B 28 : 33; C 28 : 29; E 24 : 31+;
                10 schulze.paths [E]: A 25 : 24; B 28 : 24; C 28 : 24; D 31 : 24;""");
    }

    @Test
    void burlingtonsCondorcetWinner() {
        counts(
                Method.SCHULZE,
                SampleContests.contest(
                        "K M W", "1332:M>K>W 767:M>W>K 455:M 2043:K>M>W 371:K>W>M 568:K 1513:W>M>K 495:W>K>M 1289:W"),
                """
                in M
                rank M>K>W
                1 schulze.pairs [K]: M 3477 : 4067+; W 4314 : 4064;
                2 schulze.pairs [M]: K 4067 : 3477; W 4597 : 3668;
                3 schulze.pairs [W]: K 4064 : 4314; M 3668 : 4597+;
                4 schulze.paths [K]: M 0 : 4067+; W 4314 : 0;
                5 schulze.paths [M]: K 4067 : 0; W 4597 : 0;
                6 schulze.paths [W]: K 0 : 4314; M 0 : 4597+;""");
    }

    @Test
    void levelOptionsStayLevel() {
        counts(Method.SCHULZE, SampleContests.contest("A B C", "2:A=B>C 1:C"), """
                in nobody
                rank A=B>C
                tie 1 A B -> ? OPEN
                1 schulze.pairs [A]: B 0 : 0; C 2 : 1;
                2 schulze.pairs [B]: A 0 : 0; C 2 : 1;
                3 schulze.pairs [C]: A 1 : 2; B 1 : 2;
                4 schulze.paths [A]: B 0 : 0; C 2 : 0;
                5 schulze.paths [B]: A 0 : 0; C 2 : 0;
                6 schulze.paths [C]: A 0 : 2; B 0 : 2;""");
    }

    @Test
    void theSeedSettlesWhoIsFirst() {
        counts(Method.SCHULZE, SampleContests.seeded(SampleContests.contest("A B C", "2:A=B>C 1:C"), "x"), """
                in A
                rank A=B>C
                tie 1 A B -> A SEED
                1 schulze.pairs [A]: B 0 : 0; C 2 : 1;
                2 schulze.pairs [B]: A 0 : 0+; C 2 : 1;
                3 schulze.pairs [C]: A 1 : 2+; B 1 : 2;
                4 schulze.paths [A]: B 0 : 0; C 2 : 0;
                5 schulze.paths [B]: A 0 : 0+; C 2 : 0;
                6 schulze.paths [C]: A 0 : 2+; B 0 : 2;""");
    }

    @Test
    void severalSeatsAreFilledFromTheTop() {
        counts(
                Method.SCHULZE,
                SampleContests.contest("M N C K", "42:M>N>C>K 26:N>C>K>M 15:C>K>N>M 17:K>C>N>M", 2),
                """
                in N C
                rank N>C>K>M
                1 schulze.pairs [M]: N 42 : 58+; C 42 : 58+; K 42 : 58;
                2 schulze.pairs [N]: M 58 : 42; C 68 : 32+; K 68 : 32;
                3 schulze.pairs [C]: M 58 : 42; N 32 : 68+; K 83 : 17;
                4 schulze.pairs [K]: M 58 : 42; N 32 : 68+; C 17 : 83+;
                5 schulze.paths [M]: N 0 : 58+; C 0 : 58+; K 0 : 58;
                6 schulze.paths [N]: M 58 : 0; C 68 : 0+; K 68 : 0;
                7 schulze.paths [C]: M 58 : 0; N 0 : 68+; K 83 : 0;
                8 schulze.paths [K]: M 58 : 0; N 0 : 68+; C 0 : 83+;""");
    }

    @Test
    void bordaOnTheTextbookExample() {
        counts(Method.BORDA, SampleContests.contest("M N C K", "42:M>N>C>K 26:N>C>K>M 15:C>K>N>M 17:K>C>N>M"), """
                in N
                rank N>C>M>K
                1 borda: N 194+; C 173; M 126; K 107;""");
    }

    @Test
    void levelAndLeftOutShareTheMeanOfTheirPlaces() {
        counts(Method.BORDA, SampleContests.contest("A B C D", "3:A>B=C 2:D 1:"), """
                in A
                rank A>B=C>D
                1 borda: A 12.5+; B 8; C 8; D 7.5;""");
    }

    @Test
    void pluralityCountsOnlyOneFirstChoice() {
        counts(Method.PLURALITY, SampleContests.contest("A B C", "3:A>B 2:B=A 2:B 1: 1:C>A", 1), """
                in A
                rank A>B>C
                1 votes: A 3+; B 2; C 1;""");
    }

    private static void counts(Method method, Contest contest, String told) {
        assertEquals(told, CountText.of(contest, method.count(contest)));
    }
}
