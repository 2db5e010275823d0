package org.doubtless.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around every page: the bar, the menus, the two doubts, and the page of a problem. */
@MessageBundle("frame")
public interface FrameMessages {
    @Message("en")
    String lang();

    @Message("Language")
    String chooseLanguage();

    @Message("Your account, {name}")
    String yourAccount(String name);

    @Message("Theme")
    String theme();

    @Message("System")
    String themeSystem();

    @Message("Light")
    String themeLight();

    @Message("Dark")
    String themeDark();

    @Message("Site, in the menu")
    String siteInMenu();

    @Message("Projects")
    String projects();

    @Message("Jobs")
    String jobs();

    @Message("People")
    String people();

    @Message("System")
    String system();

    @Message("Audit log")
    String audit();

    @Message("Keys")
    String keys();

    @Message("Your name and password")
    String own();

    @Message("API tokens")
    String tokens();

    @Message("Sign out")
    String signOut();

    @Message("What nobody can tell: send it to a second reader")
    String nobodyCanTell();

    @Message("What the models are sure of: no need to ask")
    String modelsSure();

    @Message("Home")
    String home();

    @Message("Label")
    String label();

    @Message("Pool")
    String pool();

    @Message("Doubt map")
    String doubtMap();

    @Message("Models")
    String models();

    @Message("Labels")
    String labels();

    @Message("Your answers")
    String yourAnswers();

    @Message("Export")
    String export();

    @Message("Settings")
    String settings();

    @Message("To the content")
    String toContent();

    @Message("Project, in the menu")
    String projectInMenu();

    @Message("All projects")
    String allProjects();

    @Message("New project")
    String newProject();

    @Message("Project")
    String project();

    @Message("Site")
    String site();

    @Message("Model doubt.")
    String modelDoubt();

    @Message("The models disagree with each other, because they have seen too few images like this. Labels shrink it.")
    String modelDoubtSays();

    @Message("Data doubt.")
    String dataDoubt();

    @Message(
            "All models find the image unclear: two good experts may differ, and a second reader or a better image helps more than labels do. Below about 100 labels the two doubts cannot be told apart yet.")
    String dataDoubtSays();

    @Message("Sign in")
    String signIn();

    @Message("Show as a table")
    String showTable();

    @Message("Download as CSV")
    String downloadCsv();
}
