-- The program deletes the entries of a project itself, once nobody can publish into it any more: what a reader of the code does
-- not see must not happen.
drop trigger queue_entry_forget_projects on project;
drop function queue_entry_forget_projects();
