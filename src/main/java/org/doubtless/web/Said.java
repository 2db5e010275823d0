package org.doubtless.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Says what the program composed in the language of the page. */
@ApplicationScoped
@Named("said")
public class Said {
    private final Sentences chinese = Sentences.read("sentences/zh.txt");
    private final PageLanguage language;

    Said(PageLanguage language) {
        this.language = language;
    }

    /** Nothing stays nothing. */
    public String of(String english) {
        return english == null || english.isEmpty() || language.ofRequest() == Language.EN
                ? english
                : chinese.say(english);
    }
}
