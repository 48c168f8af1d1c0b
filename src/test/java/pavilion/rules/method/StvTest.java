package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The single transferable vote, stage by stage. */
class StvTest {
    @Test
    void aSurplusMovesInProportionAndTheRestFillsUp() {
        counts(Method.STV_SCOTTISH, SampleContests.contest("A B C D", "10:A>B 5:A>C 4:B 3:C 2:D>C 1:", 2), """
                in A B
                1 stv.first [9]: A 15+; B 4; C 3; D 2;
                2 stv.surplus [A, 9]: A 9+; B 8; C 5; D 2;
                3 stv.out [D]: A 9+; B 8; C 7; D 0-;
                4 stv.out [C]: A 9+; B 8; C 0-;
                5 stv.rest: A 9+; B 8+;""");
    }

    @Test
    void asManyAsSeatsAreAllElected() {
        counts(Method.STV_SCOTTISH, SampleContests.contest("A B C", "4:A 3:B 2:C", 3), """
                in A B C
                1 stv.first [3]: A 4+; B 3+; C 2;
                2 stv.rest: A 4+; B 3+; C 2+;""");
    }

    @Test
    void fiveDecimalsAreKeptAndTheRestCutOff() {
        counts(Method.STV_SCOTTISH, SampleContests.contest("A B C D E", "7:A>B>C 2:B>D 3:C 3:D 1:E>D", 3), """
                in A D B
                1 stv.first [5]: A 7+; B 2; C 3; D 3; E 1;
                2 stv.surplus [A, 5]: A 5+; B 3.99997; C 3; D 3; E 1;
                3 stv.out [E]: A 5+; B 3.99997; C 3; D 4; E 0-;
                4 stv.out [C]: A 5+; B 3.99997; C 0-; D 4;
                5 stv.rest: A 5+; B 3.99997+; D 4+;""");
    }

    @Test
    void aTieThatWasAlwaysThereNeedsTheLot() {
        counts(Method.STV_SCOTTISH, SampleContests.contest("A B C", "4:A 2:B 2:C", 2), """
                in A
                tie 3 B C -> ? OPEN
                1 stv.first [3]: A 4+; B 2; C 2;
                2 stv.surplus [A, 3]: A 3+; B 2; C 2;
                3 tied: A 3+; B 2; C 2;""");
    }

    @Test
    void equalSurplusesNeedTheLot() {
        counts(Method.STV_SCOTTISH, SampleContests.contest("A B C D", "6:A>C 6:B>D 2:C 2:D", 3), """
                in A B
                tie 2 A B -> ? OPEN
                1 stv.first [5]: A 6+; B 6+; C 2; D 2;
                2 tied: A 6+; B 6+; C 2; D 2;""");
    }

    @Test
    void theLotSaysWhichSurplusIsFirst() {
        counts(
                Method.STV_SCOTTISH,
                SampleContests.ordered(SampleContests.contest("A B C D", "6:A>C 6:B>D 2:C 2:D", 3), 1, 0, 3, 2),
                """
                in A B D
                tie 2 A B -> B ORDER
                tie 4 C D -> C EARLIER
                1 stv.first [5]: A 6+; B 6+; C 2; D 2;
                2 stv.surplus [B, 5]: A 6+; B 5+; C 2; D 2.99996;
                3 stv.surplus [A, 5]: A 5+; B 5+; C 2.99996; D 2.99996;
                4 stv.out [C]: A 5+; B 5+; C 0-; D 2.99996;
                5 stv.rest: A 5+; B 5+; D 2.99996+;""");
    }

    @Test
    void aSurplusReceivedMovesOnAtItsReducedValue() {
        counts(Method.STV_SCOTTISH, SampleContests.contest("A B C D", "9:A>B>C 4:B>C 3:C 2:D", 3), """
                in A B C
                1 stv.first [5]: A 9+; B 4; C 3; D 2;
                2 stv.surplus [A, 5]: A 5+; B 7.99996+; C 3; D 2;
                3 stv.surplus [B, 5]: A 5+; B 5+; C 5.9999+; D 2;""");
    }

    @Test
    void theLargerSurplusIsFirst() {
        counts(Method.STV_SCOTTISH, SampleContests.contest("A B C D", "8:A>D 9:B>C 2:C 3:D", 3), """
                in B A D
                1 stv.first [6]: A 8+; B 9+; C 2; D 3;
                2 stv.surplus [B, 6]: A 8+; B 6+; C 4.99997; D 3;
                3 stv.surplus [A, 6]: A 6+; B 6+; C 4.99997; D 5;
                4 stv.out [C]: A 6+; B 6+; C 0-; D 5;
                5 stv.rest: A 6+; B 6+; D 5+;""");
    }

    @Test
    void meekSharesWhatIsAboveTheQuota() {
        counts(Method.STV_MEEK, SampleContests.contest("A B C D", "10:A>B 5:A>C 4:B 3:C 2:D>C 1:", 2), """
                in A B
                1 meek.elected [8.000000001]: A 15+; B 4; C 3; D 2;
                2 meek.elected [8.000000001]: A 8.00000001+; B 8.66666666+; C 5.33333333; D 2;""");
    }

    @Test
    void meekLetsVotesComeInToTheElectedAndGoOn() {
        counts(Method.STV_MEEK, SampleContests.contest("A B C D E", "7:A>B>C 2:B>D 3:C 3:D 1:E>D", 3), """
                in A B D
                1 meek.elected [4.000000001]: A 7+; B 2; C 3; D 3; E 1;
                2 meek.elected [4.000000001]: A 4.000000004+; B 4.999999996+; C 3; D 3; E 1;
                3 stv.out [E]: A 4.000000004+; B 4.000000003+; C 3.599999995; D 3.399999998; E 1-;
                4 meek.elected [4.000000001]: A 4.000000004+; B 4.000000003+; C 3.599999995; D 4.399999998+;""");
    }

    @Test
    void meekTiesNeedTheLot() {
        counts(Method.STV_MEEK, SampleContests.contest("A B C", "4:A 2:B 2:C", 2), """
                in A
                tie 2 B C -> ? OPEN
                1 meek.elected [2.666666667]: A 4+; B 2; C 2;
                2 tied: A 2.00000126+; B 2; C 2;""");
    }

    @Test
    void meekTakesTheLot() {
        counts(Method.STV_MEEK, SampleContests.seeded(SampleContests.contest("A B C", "4:A 2:B 2:C", 2), "s"), """
                in A B
                tie 2 B C -> C SEED
                1 meek.elected [2.666666667]: A 4+; B 2; C 2;
                2 stv.out [C]: A 2.00000126+; B 2; C 2-;
                3 stv.rest: A 2.00000126+; B 2+;""");
    }

    @Test
    void meekElectsAllWhenThereAreAsManySeats() {
        counts(Method.STV_MEEK, SampleContests.contest("A B C", "4:A 3:B 2:C", 3), """
                in A B C
                1 stv.rest: A 4+; B 3+; C 2+;""");
    }

    @Test
    void meekQuotaSinksAsBallotsRunOut() {
        counts(Method.STV_MEEK, SampleContests.contest("A B C D", "6:A 5:B 4:C>D 3:D", 2), """
                in A B
                1 stv.out [D]: A 6; B 5; C 4; D 3-;
                2 meek.elected [5.000000001]: A 6+; B 5; C 4;
                3 meek.elected [4.666666669]: A 5.000000004+; B 5+; C 4;""");
    }

    private static void counts(Method method, Contest contest, String told) {
        assertEquals(told, CountText.of(contest, method.count(contest)));
    }
}
