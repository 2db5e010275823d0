package org.doubtless.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "project_class")
class ProjectClass {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private int position;

    private String name;

    protected ProjectClass() {}

    ProjectClass(int position, String name) {
        this.position = position;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    LabelClass asLabelClass(String key) {
        return new LabelClass(new ClassId(id), position, name, key);
    }

    String name() {
        return name;
    }
}
