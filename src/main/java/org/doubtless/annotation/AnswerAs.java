package org.doubtless.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ClassId;
import org.doubtless.project.ProjectId;

/** Answers for an account that is no request's, such as the demo's oracle. */
@ApplicationScoped
public class AnswerAs {
    private final SubmitAnnotation submit;

    AnswerAs(SubmitAnnotation submit) {
        this.submit = submit;
    }

    public void labelled(
            ProjectId project, AccountId account, ImageId image, ClassId label, String clientKey, int milliseconds)
            throws SQLException {
        answer(project, account, image, new AnnotationOutcome.Labelled(label), clientKey, milliseconds);
    }

    public void cannotTell(ProjectId project, AccountId account, ImageId image, String clientKey, int milliseconds)
            throws SQLException {
        answer(project, account, image, new AnnotationOutcome.CannotTell(), clientKey, milliseconds);
    }

    private void answer(
            ProjectId project,
            AccountId account,
            ImageId image,
            AnnotationOutcome outcome,
            String clientKey,
            int milliseconds)
            throws SQLException {
        Answer answer = new Answer(image, outcome, null, clientKey, null, milliseconds, Shown.ALONE);
        submit.submit(project, account, answer, () -> false);
    }
}
