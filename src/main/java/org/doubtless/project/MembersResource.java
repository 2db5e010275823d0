package org.doubtless.project;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.doubtless.account.AccountId;
import org.doubtless.account.EmailAddress;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;

/** A project's members; an account is named by its id or, as a lead may not know that, by its e-mail. */
@Path("/api/projects/{p}/members")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    private final Members members;
    private final People people;
    private final DeedNote note;

    MembersResource(Members members, People people, DeedNote note) {
        this.note = note;
        this.members = members;
        this.people = people;
    }

    public record MemberView(long account, String name, String email, String role) {
        static MemberView of(Member member) {
            return new MemberView(
                    member.person().id().value(),
                    member.person().name(),
                    member.person().email(),
                    member.role().word());
        }
    }

    public record RoleRequest(String role) {}

    @GET
    @Access(Who.VIEWER)
    public List<MemberView> list(@PathParam("p") ProjectId project) {
        return members.of(project).stream().map(MemberView::of).toList();
    }

    @PUT
    @Path("{account}")
    @Access(Who.LEAD)
    public MemberView put(
            @PathParam("p") ProjectId project, @PathParam("account") String account, RoleRequest request) {
        String role = RequestBody.required(request, "{\"role\": \"annotator\"}").role();
        AccountId person = account(account);
        ProjectRole wanted = ProjectRole.of(Objects.requireNonNullElse(role, ""));
        note.changed("role", members.roleWord(project, person), wanted.word());
        return MemberView.of(members.put(project, person, wanted));
    }

    @DELETE
    @Path("{account}")
    @Access(Who.LEAD)
    public void remove(@PathParam("p") ProjectId project, @PathParam("account") String account) {
        AccountId person = account(account);
        note.changed("role", members.roleWord(project, person), null);
        members.remove(project, person);
    }

    private AccountId account(String idOrEmail) {
        return idOrEmail.contains("@")
                ? people.find(new EmailAddress(idOrEmail))
                        .map(Person::id)
                        .orElseThrow(() -> Problem.notFound(
                                "account", idOrEmail, "Ask an administrator to create it, then add it."))
                : AccountId.fromString(idOrEmail);
    }
}
