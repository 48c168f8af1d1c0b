package pavilion.ballots;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A good file of each kind, small, with what is peculiar to it. */
final class SampleFiles {
    static final String BLT = """
            4 2 # four stand for two seats
            -2
            3 1 3 4 0
            2.5 4=3 1 0
            (b7) 2 - 4 2 1
            0
            1 0
            0
            "Ann" "Ben"
            "Cy"
            "Dee" "Committee 2026"
            """;
    static final String WARD = """
            3 1,
            [tie 3 1 2]
            [nick a b c]
            4 1 - 2 0
            3 2 0
            0
            "Ann ""Pear""\"
            "Bo" "Plum"
            "Cy" ""
            Ward 1
            "a remark"
            """;
    static final String SOC = """
            # FILE NAME: x.soc
            # NUMBER ALTERNATIVES: 3
            # NUMBER VOTERS: 5
            # NUMBER UNIQUE ORDERS: 2
            # ALTERNATIVE NAME 1: Pine
            # ALTERNATIVE NAME 2: Ginkgo
            # ALTERNATIVE NAME 3: Plum
            3: 1,2,3
            2: 3,2,1
            """;
    static final String OLD = "2\n1,Pine\n2,Plum\n5,5,2\n3,1,2\n2,2,1\n";
    static final String ABIF = """
            {"version": "0.1"}
            # trees
            =P:[Old pine]
            =G:"Ginkgo"
            =M:
            27:P>G=M # most
            2.5:G/5,P/3.5
            M
            1:
            """;
    static final String PB = """
            META
            key;value
            budget;1000.50
            vote_type;approval
            num_projects;2
            num_votes;3
            PROJECTS
            project_id;cost;name
            a;600;"Shed; with ""roof""\"
            b;400.25;Lamp
            VOTES
            voter_id;vote
            1;a,b
            2;b
            3;
            """;

    static BallotFile read(Format format, String text) {
        return BallotFile.read(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private SampleFiles() {}
}
