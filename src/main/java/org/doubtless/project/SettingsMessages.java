package org.doubtless.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The settings of a project. */
@MessageBundle("settings")
public interface SettingsMessages {
    @Message("Audit log")
    String audit();

    @Message("Settings")
    String settings();

    @Message("Saved.")
    String saved();

    @Message("The project")
    String theProject();

    @Message("Name")
    String name();

    @Message("An image is held for")
    String heldFor();

    @Message("minutes by the person it was given to, then others may get it.")
    String heldForSays();

    @Message("Control arm")
    String controlArm();

    @Message(
            "{share} of the images, drawn by chance at import. It stays as it was drawn, so that numbers of different rounds can be compared.")
    String controlArmSays(String share);

    @Message("Save")
    String save();

    @Message("When the model learns anew")
    String rounds();

    @Message("A round starts by itself")
    String byItself();

    @Message("After a number of labels that grows by itself")
    String grows();

    @Message("5 new labels while classes still turn up, later a tenth of all labels.")
    String growsHelp();

    @Message("After a fixed number of labels")
    String fixed();

    @Message("New labels")
    String newLabels();

    @Message("At fixed times")
    String atTimes();

    @Message("If anything is new by then. Labels alone start no round.")
    String atTimesHelp();

    @Message("Schedule")
    String schedule();

    @Message(
            "Minute, hour, day, month, day of the week, as cron has them: 0 2 * * * is every night at 02:00, 0 12 * * MON-FRI noon on working days.")
    String scheduleForm();

    @Message("Time zone")
    String timeZone();

    @Message("UTC, or a name such as Europe/Berlin.")
    String timeZoneForm();

    @Message("Paused")
    String paused();

    @Message("No round starts by itself. “Train now” on the project’s home still works.")
    String pausedHelp();

    @Message("Automatic labels")
    String automatic();

    @Message("The model labels what it is sure enough of")
    String automaticOn();

    @Message(
            "Whenever a model is published, as far as the control images bear the promise out, tested at 95 % for each publication by itself. These labels are marked, no model learns from them, and an answer of a person takes their place.")
    String automaticHelp();

    @Message("At most so many of them wrong, in percent")
    String mostWrong();

    @Message("5 % takes at least 59 control labels with no error among them, 1 % takes 299; a small pool takes more.")
    String mostWrongHelp();

    @Message("Asked all the same, to check them, in percent")
    String auditShare();

    @Message(
            "Drawn by chance and shown without a suggestion. If their answers contradict the promise, all automatic labels are taken back.")
    String auditShareHelp();

    @Message("Take all back")
    String takeAllBack();

    @Message("Several readers")
    String readers();

    @Message(
            "Readers answer the same image without knowing what others said of it. What more than half of them say is its label. Where they disagree, a lead decides.")
    String readersSays();

    @Message("Readers of one image")
    String readersOfOne();

    @Message(
            "1: everybody labels alone. Each further reader costs as many minutes again. An image counts as labelled when all have answered.")
    String readersHelp();

    @Message("Which images")
    String whichImages();

    @Message("For all images")
    String forAll();

    @Message("For a share of them, drawn by chance")
    String forShare();

    @Message("Share, in percent")
    String share();

    @Message("Enough to know how well people agree: 10 % of 1,000 images are 100 pairs of answers.")
    String shareHelp();

    @Message("Where the image itself is unclear")
    String forDoubt();

    @Message(
            "Images whose route is a second reader: the published model’s data doubt is high and its model doubt low when the first answer comes.")
    String forDoubtHelp();

    @Message("It holds for images whose first answer comes after this. Labels that are there stay.")
    String fromNowOn();

    @Message("Routes")
    String routes();

    @Message(
            "High model doubt: ask an expert. High data doubt alone: a second reader. Both low: the model may label it. What readers cannot tell or disagree on needs a better image.")
    String routesSays();

    @Message("High now: model doubt from {model}, data doubt from {data}.")
    String highNow(String model, String data);

    @Message("From which doubt on it is high")
    String fromWhich();

    @Message("From the data")
    String fromData();

    @Message(
            "What a fifth of the pool exceeds, found anew whenever a model is published: for model doubt from 0.05 to 0.25, for data doubt from 0.10 to 0.50.")
    String fromDataHelp();

    @Message("These")
    String these();

    @Message("Model doubt is high from")
    String modelHigh();

    @Message("Data doubt is high from")
    String dataHigh();

    @Message("0.00 is sure, 1.00 is guessing among all classes.")
    String dataHighHelp();

    @Message("Members")
    String members();

    @Message("Member")
    String member();

    @Message("E-mail")
    String email();

    @Message("May")
    String may();

    @Message("Remove")
    String remove();

    @Message("Add a member")
    String addMember();

    @Message("Or change what a member may do: give the same e-mail with another role.")
    String addMemberSays();

    @Message("E-mail of the account")
    String emailOfAccount();

    @Message("Role")
    String role();

    @Message("label")
    String mayLabel();

    @Message("look only")
    String mayLook();

    @Message("lead the project")
    String mayLead();

    @Message("Add")
    String add();

    @Message("Delete the project")
    String delete();

    @Message("All images, labels and models of it go for good.")
    String deleteSays();

    @Message("Delete")
    String deleteIt();

    @Message("Take all automatic labels back?")
    String takeBackTitle();

    @Message(
            "All {images} images wait in the queue again, and the rule is switched off. Answers of people stay. You can switch the rule on again; the next model that is published then applies it.")
    String takeBackSays(long images);

    @Message("Keep them")
    String keepThem();

    @Message("Delete “{name}”?")
    String deleteTitle(String name);

    @Message("All its images, labels and models go. This cannot be undone.")
    String deleteAll();

    @Message("Type the name to delete it")
    String typeName();

    @Message("Keep")
    String keep();

    @Message("What the model learns to see")
    String encoder();

    @Message(
            "As usual images are described by their edges and by patches learnt from them. That is quick and works for most.")
    String encoderSays();

    @Message("Train an encoder on this project’s images as well")
    String encoderOn();

    @Message(
            "It needs no labels. The next round takes longer by minutes to hours, and shows how far it is on Jobs; the old queue serves meanwhile. Try it where photos differ in many ways at once.")
    String encoderHelp();

    @Message("An image stays what it is when it is")
    String encoderWays();

    @Message("cropped")
    String wayCrop();

    @Message("mirrored (not for digits, letters or left and right hands)")
    String wayFlip();

    @Message("turned (not for X-rays)")
    String wayRotation();

    @Message("brighter, darker, or of other contrast")
    String wayContrast();

    @Message("of other colours (not where a stain or ripeness tells)")
    String wayColour();

    @Message("a little noisy")
    String wayNoise();

    @Message("Training steps")
    String encoderSteps();

    @Message("1 to 100,000; more help on larger pools.")
    String encoderStepsHelp();
}
