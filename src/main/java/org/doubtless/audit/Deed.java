package org.doubtless.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people and programs do here, by the endpoints that do it. */
enum Deed {
    SIGNED_IN("POST /login"),
    SIGN_IN_FAILED,
    SIGNED_OUT("POST /logout"),
    SET_UP("POST /setup"),
    ACCOUNT_CREATED("POST /api/accounts", "POST /people"),
    ACCOUNT_CHANGED("PATCH /api/accounts/{account}", "POST /people/password"),
    ACCOUNT_SWITCHED("POST /people/{account}/active"),
    ROLE_CHANGED("POST /people/{account}/administrator"),
    OWN_ACCOUNT_CHANGED("PATCH /api/account", "POST /account/name", "POST /account/password"),
    TOKEN_CREATED("POST /api/tokens", "POST /account/tokens"),
    TOKEN_REVOKED("DELETE /api/tokens/{t}", "POST /account/tokens/{t}/revoke", "POST /people/tokens/{t}/revoke"),
    PROJECT_CREATED("POST /api/projects"),
    PROJECT_CHANGED("PATCH /api/projects/{p}", "POST /projects/{p}/settings", "POST /projects/{p}/settings/desk"),
    PROJECT_DELETED("DELETE /api/projects/{p}", "POST /projects/{p}/delete"),
    ROUNDS_SET("POST /projects/{p}/settings/rounds"),
    AUTOMATIC_SET("POST /projects/{p}/settings/automatic"),
    READERS_SET("POST /projects/{p}/settings/readers"),
    CHECKS_SET("POST /projects/{p}/settings/checks"),
    ROUTES_SET("POST /projects/{p}/settings/routes"),
    MEMBER_SET("PUT /api/projects/{p}/members/{account}", "POST /projects/{p}/members"),
    MEMBER_REMOVED("DELETE /api/projects/{p}/members/{account}", "POST /projects/{p}/members/{account}/remove"),
    IMAGES_SENT("POST /api/projects/{p}/images"),
    IMAGES_SENT_ON("POST /api/projects/{p}/sendings"),
    SENDING_TAKEN_BACK("DELETE /api/projects/{p}/sendings/{sending}"),
    GOLD_MARKED("PUT /api/images/{i}/gold", "PUT /api/projects/{p}/gold"),
    GOLD_UNMARKED("DELETE /api/images/{i}/gold"),
    DISAGREEMENT_DECIDED("POST /api/projects/{p}/disagreements"),
    REPLAYED("POST /api/projects/{p}/replay"),
    LABELS_CHECKED("POST /api/projects/{p}/label-check"),
    ROUND_STARTED("POST /api/projects/{p}/rounds"),
    NEXT_ROUND_CANCELLED("DELETE /api/projects/{p}/rounds/next"),
    MODEL_PUBLISHED("POST /api/projects/{p}/models/{number}/publish"),
    MODEL_FILE_MADE("POST /api/projects/{p}/models/{number}/download"),
    MODEL_FILE_TAKEN("GET /api/projects/{p}/models/{number}/download"),
    LABELS_TAKEN_BACK("DELETE /api/projects/{p}/automatic-labels"),
    ENCODER_WANTED("PUT /api/projects/{p}/encoder", "POST /projects/{p}/settings/encoder"),
    ENCODER_FORGOTTEN("DELETE /api/projects/{p}/encoder"),
    EXPORTED("GET /api/projects/{p}/export"),
    AUDIT_EXPORTED("GET /api/audit/csv", "GET /api/projects/{p}/audit/csv"),
    JOB_CANCELLED("DELETE /api/jobs/{j}"),
    JOB_RETRIED("POST /api/jobs/{j}/retry"),
    DEMO_MADE("POST /api/demo"),
    ORACLE_SET("POST /api/projects/{p}/demo/oracle");

    /**
     * What changes something and is no deed: an answer, its withdrawal and a claim are rows that name person and time
     * themselves and are never changed either, and how a person wants their own page concerns nobody else.
     */
    private static final Set<String> KEPT_ELSEWHERE = Set.of(
            "POST /api/projects/{p}/annotations",
            "POST /api/projects/{p}/annotations/bulk",
            "POST /api/projects/{p}/annotations/bulk-withdrawal",
            "DELETE /api/annotations/{a}",
            "POST /api/projects/{p}/queue/claim",
            "POST /api/projects/{p}/queue/sheet",
            "POST /api/projects/{p}/queue/release",
            "POST /language",
            "PUT /api/account/desk",
            "PUT /api/account/keys",
            "PUT /api/account/goal");

    private static final Map<String, Deed> BY_ENDPOINT = Arrays.stream(values())
            .flatMap(deed -> deed.endpoints.stream().map(endpoint -> Map.entry(endpoint, deed)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Deed> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Deed::word, Function.identity()));

    private final Set<String> endpoints;

    Deed(String... endpoints) {
        this.endpoints = Set.of(endpoints);
    }

    /**
     * The word for what an endpoint does; empty where that is no deed. A changing endpoint that is not named above is
     * recorded all the same, by its address.
     */
    static Optional<String> wordOf(String endpoint) {
        Deed deed = BY_ENDPOINT.get(endpoint);
        if (deed != null) {
            return Optional.of(deed.word());
        }
        return endpoint.startsWith("GET ") || KEPT_ELSEWHERE.contains(endpoint)
                ? Optional.empty()
                : Optional.of(endpoint);
    }

    static Optional<Deed> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its message: {@code signedIn}. */
    String message() {
        StringBuilder message = new StringBuilder();
        for (String part : word().split("_")) {
            message.append(message.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return message.toString();
    }
}
