package pavilion.web;

import com.github.jknack.handlebars.ValueResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Resolves a name in a template: the entry of a map, the size of a list, or a method without arguments of any other object,
 * so that record components and computed values read alike. The methods of a map itself are not visible: {@code size} in a
 * layout is the text size.
 */
enum TemplateValues implements ValueResolver {
    INSTANCE;

    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> methods = new HashMap<>();
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Method method : c.getDeclaredMethods()) {
                    boolean getter = method.getParameterCount() == 0
                            && method.getReturnType() != void.class
                            && !Modifier.isStatic(method.getModifiers())
                            && !Modifier.isPrivate(method.getModifiers());
                    if (getter && method.trySetAccessible()) {
                        methods.putIfAbsent(method.getName(), method);
                    }
                }
            }
            return methods;
        }
    };

    @Override
    public Object resolve(Object context, String name) {
        if (context instanceof Map<?, ?> map) {
            Object value = map.get(name);
            return value == null ? UNRESOLVED : value;
        }
        if (context instanceof Collection<?> all) {
            return name.equals("size") ? all.size() : UNRESOLVED;
        }
        Method method = METHODS.get(context.getClass()).get(name);
        return method == null ? UNRESOLVED : call(method, context);
    }

    private static Object call(Method method, Object context) {
        try {
            Object value = method.invoke(context);
            return value == null ? UNRESOLVED : value;
        } catch (IllegalAccessException e) {
            return UNRESOLVED;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method.toString(), e.getCause());
        }
    }

    @Override
    public Object resolve(Object context) {
        return context instanceof Map ? context : UNRESOLVED;
    }

    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object context) {
        if (context instanceof Map<?, ?> map) {
            Map<String, Object> copy = new HashMap<>();
            map.forEach((k, v) -> copy.put(String.valueOf(k), v));
            return copy.entrySet();
        }
        return Set.of();
    }
}
