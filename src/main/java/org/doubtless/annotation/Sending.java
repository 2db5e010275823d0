package org.doubtless.annotation;

import java.time.Instant;

/**
 * A lead's step that sent images on.
 *
 * @param route queue, second_reader or better_image
 * @param sent how many images it sent
 * @param measuring how many it passed over, because chance alone decides when the control arm and audits are asked
 * @param answered how many it passed over, because they are answered, decided or read by two
 * @param takenBackAt null while it stands
 */
record Sending(
        long id, String route, int sent, int measuring, int answered, String by, Instant at, Instant takenBackAt) {}
