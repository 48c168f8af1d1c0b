package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.util.List;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.audit.Export;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.poll.PollExports;
import pavilion.rulebook.AdoptedRules;

/** Everything that somebody outside needs to check a decision, and nothing about who voted how. */
final class MatterExports {
    private MatterExports() {}

    /** @param tx in which nothing changes while it is read: the parts have to be of one moment */
    static Export export(Tx tx, Matter matter, AdoptedRules rules) {
        List<ChainEntry> acts = AuditStore.read(tx, matter.community(), matter.chain());
        JsonObject subject = new JsonObject()
                .put("number", matter.number())
                .put("title", matter.title())
                .put("place", place(acts, matter))
                .put("template", matter.template())
                .put("rule", matter.rule());
        return new Export(
                subject,
                ResolutionStore.evidence(tx, matter.community(), matter.id()),
                PollExports.ofMatter(tx, matter.community(), matter.id(), rules),
                acts);
    }

    /** As it was called when the matter was opened: it may have another name by now. */
    private static String place(List<ChainEntry> acts, Matter matter) {
        return acts.stream()
                .filter(act -> act.act().equals("open"))
                .findFirst()
                .map(act -> new JsonObject(act.payload()).getString("place"))
                .orElse(matter.placeName());
    }
}
