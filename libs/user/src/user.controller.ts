import { Body, Controller, Get, Put } from '@nestjs/common';
import { ChildList, ProfileUpdate, ProfileView } from '@wuhao/contracts';
import { Access, CurrentViewer, Returns, Student, type ActingStudent, type Viewer } from '@wuhao/core';
import { UserService } from './user.service';

@Controller('user')
export class UserController {
  constructor(private readonly users: UserService) {}

  /** The viewer's own; a guardian may name a child. */
  @Get('profile')
  @Access('profile.read')
  @Returns(ProfileView)
  profile(@Student() account: ActingStudent): Promise<ProfileView> {
    return this.users.getProfile(account.id);
  }

  @Put('profile')
  @Access('account.own')
  @Returns(ProfileView)
  update(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: ProfileUpdate }) body: ProfileUpdate,
  ): Promise<ProfileView> {
    return this.users.updateProfile(viewer.accountId, body);
  }

  @Get('children')
  @Access('children.list')
  @Returns(ChildList)
  children(@CurrentViewer() viewer: Viewer): Promise<ChildList> {
    return this.users.listChildren(viewer.accountId);
  }
}
