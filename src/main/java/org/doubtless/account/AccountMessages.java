package org.doubtless.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages of accounts: signing in, setting up, people, tokens and keys. */
@MessageBundle("account")
public interface AccountMessages {
    @Message("Keys")
    String keys();

    @Message("of the labelling page; yours only, on every machine")
    String keysOf();

    @Message("Sign in")
    String signIn();

    @Message("Label only what the model doubts.")
    String motto();

    @Message("E-mail")
    String email();

    @Message("Password")
    String password();

    @Message("No account? Ask your administrator; accounts are made on the page People or with")
    String noAccount();

    @Message("Set up")
    String setUp();

    @Message("Nobody has an account here yet. Yours will be the administrator’s; you add the others afterwards.")
    String setUpSays();

    @Message("Your name")
    String yourName();

    @Message("You sign in with it. Nothing is ever sent there.")
    String emailHelp();

    @Message("Ten characters or more. A sentence is good.")
    String passwordHelp();

    @Message("The same password again")
    String again();

    @Message("Show the passwords")
    String showPasswords();

    @Message("Create the administrator")
    String createAdministrator();

    @Message("People")
    String people();

    @Message("1 account")
    String oneAccount();

    @Message("{count} accounts")
    String manyAccounts(int count);

    @Message("Accounts")
    String accounts();

    @Message("Name")
    String name();

    @Message("Role")
    String role();

    @Message("Since")
    String since();

    @Message("Change")
    String change();

    @Message("deactivated")
    String deactivated();

    @Message("administrator")
    String administrator();

    @Message("member")
    String member();

    @Message("you")
    String you();

    @Message("Deactivate")
    String deactivate();

    @Message("Activate")
    String activate();

    @Message("Add an account")
    String addAccount();

    @Message(
            "Give the password to the person yourself; nothing is sent by e-mail. What somebody may do in a project is set in that project’s settings.")
    String addAccountSays();

    @Message("First password")
    String firstPassword();

    @Message("Show the password")
    String showPassword();

    @Message("Administrator")
    String isAdministrator();

    @Message("Add account")
    String add();

    @Message("API tokens")
    String tokens();

    @Message("for programs that act in your name")
    String tokensFor();

    @Message("Your new token")
    String freshToken();

    @Message("Copy it now. It is stored as a fingerprint only, so nobody can show it again.")
    String freshSays();

    @Message("Copy")
    String copy();

    @Message("Send it with every call:")
    String sendWith();

    @Message("New token")
    String newToken();

    @Message("A token may do what you may do, until you revoke it.")
    String tokenSays();

    @Message("What it is for")
    String tokenFor();

    @Message("What it is for, such as “nightly export”")
    String tokenPlaceholder();

    @Message("Create token")
    String createToken();

    @Message("No tokens yet.")
    String noTokens();

    @Message("Your tokens")
    String yourTokens();

    @Message("Created")
    String created();

    @Message("Last used")
    String lastUsed();

    @Message("Revoke")
    String revoke();

    @Message("never")
    String never();

    @Message("Make administrator")
    String makeAdministrator();

    @Message("Make member")
    String makeMember();

    @Message(
            "An administrator sees and may do everything here. A deactivated account cannot sign in, its tokens stop, and its answers stay.")
    String peopleSays();

    @Message("API tokens of everybody")
    String allTokens();

    @Message(
            "A token acts as its owner until it is revoked. Revoke what you do not know, or what nobody has used for long.")
    String allTokensSays();

    @Message("Owner")
    String owner();

    @Message("Nobody has a token.")
    String noTokensAtAll();

    @Message("Your account")
    String own();

    @Message("Saved.")
    String saved();

    @Message("Save")
    String save();

    @Message("As others see it: beside your answers, for those who lead a project.")
    String yourNameSays();

    @Message("Your password")
    String ownPassword();

    @Message(
            "Nobody else needs to know it, the administrator neither. A new one ends your sessions elsewhere and revokes your API tokens.")
    String ownPasswordSays();

    @Message("The password so far")
    String oldPassword();

    @Message("New password")
    String newPassword();

    @Message("Change the password")
    String changePassword();

    @Message("A new password for somebody")
    String passwordFor();

    @Message("For one who has forgotten theirs. It ends their sessions and revokes their API tokens.")
    String passwordForSays();

    @Message("Set the password")
    String setPassword();
}
