package pavilion.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pavilion.rules.Catalogue;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Holidays;
import pavilion.rules.procedure.NeverVotable;
import pavilion.rules.procedure.Template;

/** Everything under {@code rules/} of the resources, read once at start; a template that names an unknown rule stops the start. */
public record RuleBook(
        Catalogue catalogue, Map<String, Template> templates, List<NeverVotable> neverVotable, Holidays holidays) {

    private static final List<String> RULES =
            List.of("yard", "residents", "elections", "residents-1990", "owners", "villages");

    public static RuleBook load() {
        var catalogue = Catalogue.of(
                RULES.stream().flatMap(file -> maps(file + ".yaml").stream()).toList());
        var templates = new LinkedHashMap<String, Template>();
        for (var data : maps("templates.yaml")) {
            var template = Template.of(data);
            template.rules().forEach(catalogue::rule);
            templates.put(template.id(), template);
        }
        return new RuleBook(
                catalogue,
                templates,
                maps("never-votable.yaml").stream().map(NeverVotable::of).toList(),
                Holidays.of(map("holidays.yaml")));
    }

    public Template template(String id) {
        var template = templates.get(id);
        if (template == null) {
            throw new Refused("rules.refused.unknown_template", id);
        }
        return template;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(String file) {
        return (List<Map<String, Object>>) read(file);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String file) {
        return (Map<String, Object>) read(file);
    }

    private static Object read(String file) {
        var settings = LoadSettings.builder().setLabel(file).build();
        try (var in = RuleBook.class.getResourceAsStream("/rules/" + file)) {
            return new Load(settings).loadFromInputStream(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
