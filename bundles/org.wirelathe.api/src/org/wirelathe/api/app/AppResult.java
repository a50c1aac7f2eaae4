package org.wirelathe.api.app;

import java.util.Map;

/**
 * What became of an application.
 *
 * @param ok whether it did what it promised
 * @param summary one sentence for people
 * @param values numbers and texts for the result file, by name, in order
 */
public record AppResult(boolean ok, String summary, Map<String, Object> values) {
}
