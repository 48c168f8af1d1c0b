package pavilion.proposal;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import pavilion.db.Tx;
import pavilion.matter.Matter;

/** The options and who takes part (D04). */
public final class PlanStore {
    private PlanStore() {}

    static void write(Tx tx, Matter matter, List<Plan.Option> options, List<Plan.Stakeholder> stakeholders) {
        tx.run("delete from plan_option where community = $1 and matter = $2", matter.community(), matter.id());
        tx.run("delete from stakeholder where community = $1 and matter = $2", matter.community(), matter.id());
        List<Tuple> rows = new ArrayList<>();
        for (Plan.Option option : options) {
            rows.add(Tuple.from(new Object[] {
                matter.community(),
                matter.id(),
                option.ordinal(),
                option.title(),
                option.cost(),
                option.effects(),
                option.asIs()
            }));
        }
        tx.batch("""
                insert into plan_option (community, matter, ordinal, title, cost, effects, as_is)
                values ($1, $2, $3, $4, $5, $6, $7)
                """, rows);
        List<Tuple> people = new ArrayList<>();
        for (Plan.Stakeholder each : stakeholders) {
            people.add(Tuple.from(
                    new Object[] {matter.community(), matter.id(), each.ordinal(), each.name(), each.voice()}));
        }
        tx.batch(
                "insert into stakeholder (community, matter, ordinal, name, voice) values ($1, $2, $3, $4, $5)",
                people);
    }

    static Plan of(Tx tx, Matter matter) {
        return new Plan(
                tx.list(
                        row -> new Plan.Option(
                                row.getInteger("ordinal"),
                                row.getString("title"),
                                row.getString("cost"),
                                row.getString("effects"),
                                row.getBoolean("as_is")),
                        """
                        select ordinal, title, cost, effects, as_is from plan_option
                        where community = $1 and matter = $2 order by ordinal
                        """,
                        matter.community(),
                        matter.id()),
                tx.list(
                        row -> new Plan.Stakeholder(
                                row.getInteger("ordinal"), row.getString("name"), row.getString("voice")),
                        """
                        select ordinal, name, voice from stakeholder where community = $1 and matter = $2 order by ordinal
                        """,
                        matter.community(),
                        matter.id()));
    }
}
